import type { ProblemCode } from '@/lib/reporting-api/problems/model'

/** What is wrong, in a few words. */
export const problemTitles: Record<ProblemCode, string> = {
  NO_KEY: 'reportingApi.problem.title.NO_KEY',
  UNKNOWN_KEY: 'reportingApi.problem.title.UNKNOWN_KEY',
  EXPIRED_KEY: 'reportingApi.problem.title.EXPIRED_KEY',
  REVOKED_KEY: 'reportingApi.problem.title.REVOKED_KEY',
  TOO_MANY: 'reportingApi.problem.title.TOO_MANY',
  BAD_PARAMETERS: 'reportingApi.problem.title.BAD_PARAMETERS',
  NO_TABLE: 'reportingApi.problem.title.NO_TABLE',
  NO_PROJECT: 'reportingApi.problem.title.NO_PROJECT',
  NOT_ACCEPTABLE: 'reportingApi.problem.title.NOT_ACCEPTABLE',
  DATA_CHANGED: 'reportingApi.problem.title.DATA_CHANGED',
  FAILED: 'reportingApi.problem.title.FAILED',
}

/** What to do about it. */
export const problemDetails: Record<ProblemCode, string> = {
  NO_KEY: 'reportingApi.problem.detail.NO_KEY',
  UNKNOWN_KEY: 'reportingApi.problem.detail.UNKNOWN_KEY',
  EXPIRED_KEY: 'reportingApi.problem.detail.EXPIRED_KEY',
  REVOKED_KEY: 'reportingApi.problem.detail.REVOKED_KEY',
  TOO_MANY: 'reportingApi.problem.detail.TOO_MANY',
  BAD_PARAMETERS: 'reportingApi.problem.detail.BAD_PARAMETERS',
  NO_TABLE: 'reportingApi.problem.detail.NO_TABLE',
  NO_PROJECT: 'reportingApi.problem.detail.NO_PROJECT',
  NOT_ACCEPTABLE: 'reportingApi.problem.detail.NOT_ACCEPTABLE',
  DATA_CHANGED: 'reportingApi.problem.detail.DATA_CHANGED',
  FAILED: 'reportingApi.problem.detail.FAILED',
}
