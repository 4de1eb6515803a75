// Files in, telephone PCM out
export {
  BYTES_PER_MS,
  TELEPHONE_SAMPLE_RATE,
  durationMs,
  telephonePcmOf,
  toTelephonePcm,
} from './telephone-pcm';
export { decodeAudio } from './decode/decode-audio';
export { decodeGsm } from './decode/gsm';
export { decodeMp3 } from './decode/mp3';
export type { DecodeOptions, PcmAudio } from './decode/pcm-audio';
export { decodeRawPcm } from './decode/raw-pcm';
export type { RawPcmFormat } from './decode/raw-pcm';
export { decodeWav } from './decode/wav';
export { encodeWav } from './encode-wav';
export { resample } from './resample';
export { ConversionCache } from './conversion-cache';
export type { ConversionCacheOptions } from './conversion-cache';
export { pcmOfSamples, samplesOfPcm, silence, withGain } from './pcm-samples';

// Made and measured
export { beep, busyTone, ringback } from './tones/call-progress';
export type { ToneRegion } from './tones/call-progress';
export { cadencePcm, tonePcm } from './tones/tone';
export type { Cadence, ToneComponent } from './tones/tone';
export { dtmfTones } from './tones/dtmf';
export type { DtmfTimes } from './tones/dtmf';
export { DtmfDetector } from './tones/dtmf-detector';
export type { HeardKey } from './tones/dtmf-detector';
export { reportOn } from './measure/audio-report';
export type { AudioReport, AudioWarning } from './measure/audio-report';
export { levelOf } from './measure/level';
export { VoiceActivity } from './measure/voice-activity';
export type { VoiceActivityOptions, VoiceChange } from './measure/voice-activity';

// On time
export { Pacer } from './pacer';
export type { PacerOptions } from './pacer';
export type { PacerClock } from './pacer-clock';
export type { AudioSink, PacedStream, PlayOnStreamOptions, StreamMetrics } from './paced-stream';
export type { PlaybackLayer, PlaybackResult } from './playback';
export { PlayOutClock } from './play-out-clock';
export type { PlayOutGaps } from './play-out-clock';

// Errors
export { AudioDecodeError, AudioStreamClosedError } from './errors';
export type { AudioDecodeErrorCode } from './errors';

// Between callers
export { DriftBuffer } from './bridge/drift-buffer';
export type { DriftBufferOptions } from './bridge/drift-buffer';
export { mixMinus } from './bridge/mix-minus';
