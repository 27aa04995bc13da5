/** Knows how far slots have been laid out; appointments answer. */
export abstract class SlotHorizon {
  /** Hall id → the last local date with slots; a hall without slots is absent. */
  abstract lastSlotDays(): Promise<ReadonlyMap<string, string>>;
}
