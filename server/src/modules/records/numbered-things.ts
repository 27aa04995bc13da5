/** Finds the stream of what a reference number names; the modules whose things have numbers know them. */
export abstract class NumberedThings {
  /** `referenceNo` in normal form. */
  abstract streamOf(referenceNo: string): Promise<string | undefined>;
}
