/**
 * Sets what TensorFlow reads from the environment, unless the user has: no chatter on standard error, which would spoil
 * the screen, GPU memory as needed instead of all of it, and float32 in full, where NVIDIA's libraries would else round
 * factors to 10 bits (TF32) on later GPUs. Only the main thread can do that: a worker's environment is a copy that the
 * library does not see.
 */
export function prepareEnvironment(env: NodeJS.ProcessEnv): void {
  env.TF_CPP_MIN_LOG_LEVEL ??= '3';
  env.TF_FORCE_GPU_ALLOW_GROWTH ??= 'true';
  env.NVIDIA_TF32_OVERRIDE ??= '0';
}
