export { VoiceIntake, type VoiceIntakeOptions } from './intake.js';
export type { VoiceFacts, VoiceFormat, VoiceLimits, VoiceRefusal, VoiceResult, VoiceSound } from './voice-types.js';
