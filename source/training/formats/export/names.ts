/** The forms that weights can be exported in. */
export const exportFormats = ['npz', 'safetensors', 'onnx', 'tfjs', 'csv', 'c'] as const;

/** See exportFormats. */
export type ExportFormat = (typeof exportFormats)[number];
