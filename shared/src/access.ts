/** Who may call a route. Every route names one row; a test tries each route as each actor against this table. */
export const actorKinds = [
  'nobody',
  'otherCitizen',
  'owner',
  'officerHere',
  'officerElsewhere',
  'manager',
  'admin',
] as const;
export type ActorKind = (typeof actorKinds)[number];
export type AccessAnswer = 'allow' | 401 | 403 | 404;

const row = (
  ...answers: [AccessAnswer, AccessAnswer, AccessAnswer, AccessAnswer, AccessAnswer, AccessAnswer, AccessAnswer]
) => Object.fromEntries(actorKinds.map((kind, i) => [kind, answers[i]])) as Record<ActorKind, AccessAnswer>;

/** A citizen learns nothing of another's things: 404. Staff rights are by role and hall: 403. Administrators keep accounts and calendars and see no taxpayer's business. */
export const accessTable = {
  //                 nobody   other    owner    here     elsewhere manager  admin
  public: row('allow', 'allow', 'allow', 'allow', 'allow', 'allow', 'allow'),
  /** Any signed-in citizen, acting on nothing but his own. */
  citizen: row(401, 'allow', 'allow', 403, 403, 403, 403),
  /** The citizen to whom the thing belongs. */
  owner: row(401, 404, 'allow', 403, 403, 403, 403),
  /** Any staff account. */
  staff: row(401, 403, 403, 'allow', 'allow', 'allow', 'allow'),
  /** Reads of a hall's business: its officers, and managers. */
  hallRead: row(401, 403, 403, 'allow', 403, 'allow', 403),
  /** Acts at the counter: officers of that hall. */
  hallAct: row(401, 403, 403, 'allow', 403, 403, 403),
  /** Questions are answered across halls: every officer, and managers. */
  officer: row(401, 403, 403, 'allow', 'allow', 'allow', 403),
  manager: row(401, 403, 403, 403, 403, 'allow', 403),
  /** Accounts, halls, calendars. */
  managerOrAdmin: row(401, 403, 403, 403, 403, 'allow', 'allow'),
} as const;

export type Access = keyof typeof accessTable;

export const staffRoles = ['officer', 'expert', 'manager', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];
