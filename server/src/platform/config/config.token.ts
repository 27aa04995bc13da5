import { Inject } from '@nestjs/common';

export const CONFIG = Symbol('config');
/** Injects the configuration of this process. */
export const InjectConfig = () => Inject(CONFIG);
