/// <reference types="@webgpu/types" />

// The one function that is used of the package webgpu, so that the program can be built where npm left the package out.
declare module 'webgpu' {
  /** Starts Dawn with options such as `enable-dawn-features=…`. */
  export function create(options: readonly string[]): GPU;
}
