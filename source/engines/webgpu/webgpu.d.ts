// WebGPU's types. They come on their own, so that the program can be built where npm left the package webgpu out.
/// <reference types="@webgpu/types" />
