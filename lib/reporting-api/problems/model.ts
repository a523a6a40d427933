/** Everything for which a request is refused, and the status it gets. */
export const problemStatus = {
  NO_KEY: 401,
  UNKNOWN_KEY: 401,
  EXPIRED_KEY: 401,
  REVOKED_KEY: 401,
  TOO_MANY: 429,
  BAD_PARAMETERS: 400,
  NO_TABLE: 404,
  NO_PROJECT: 404,
  NOT_ACCEPTABLE: 406,
  DATA_CHANGED: 410,
  FAILED: 500,
} as const
export type ProblemCode = keyof typeof problemStatus

/** What is wrong with one parameter; the message is a catalogue key. */
export type ParameterFault = { parameter: string; message: string }

/** For how long a program that has asked too often is to wait. */
export const waitSeconds = 60
