/** The halls that there are; the halls module answers. */
export abstract class HallNames {
  abstract find(hallId: string): { name: string } | undefined;
}
