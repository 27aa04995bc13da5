/** A browser does not scan: the phone's own camera reads the code and opens its address. */
export const CAN_SCAN: boolean = false;

export async function scan(): Promise<string> {
  throw new Error('no scanner in a browser');
}
