export { JobFailedError, type JobFailure, JobWorker, type JobWorkerOptions } from './job-worker.js';
export { startThread } from './start-thread.js';
