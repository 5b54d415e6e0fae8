/**
 * Sets what TensorFlow reads from the environment, unless the person has: no chatter on standard error, which would
 * spoil the screen, and GPU memory as needed instead of all of it. Only the main thread can do that: a worker's
 * environment is a copy that the library does not see.
 */
export function prepareEnvironment(env: NodeJS.ProcessEnv): void {
  env.TF_CPP_MIN_LOG_LEVEL ??= '3';
  env.TF_FORCE_GPU_ALLOW_GROWTH ??= 'true';
}
