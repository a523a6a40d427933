import type { RetrievalReason, SeriesState, StatisticsService } from '@/lib/statistics/model'
import type { Gender } from '@/lib/statistics/options/model'

export const serviceLabels: Record<StatisticsService, string> = {
  sotkanet: 'statistics.service.sotkanet',
  thl_pivot: 'statistics.service.thlPivot',
  pxweb: 'statistics.service.pxweb',
}

export const genderLabels: Record<Gender, string> = {
  male: 'statistics.gender.male',
  female: 'statistics.gender.female',
}

export const stateLabels: Record<SeriesState, string> = {
  waiting: 'statistics.state.waiting',
  current: 'statistics.state.current',
  stale: 'statistics.state.stale',
  missing: 'statistics.state.missing',
}

/** Why a retrieval failed, as a sentence. */
export const problemLabels: Record<RetrievalReason, string> = {
  OFF: 'statistics.problem.off',
  TIMED_OUT: 'statistics.problem.timedOut',
  UNREACHABLE: 'statistics.problem.unreachable',
  TOO_LARGE: 'statistics.problem.tooLarge',
  NOT_PUBLIC: 'statistics.problem.notPublic',
  REDIRECTED_AWAY: 'statistics.problem.redirectedAway',
  GONE: 'statistics.problem.gone',
  REFUSED: 'statistics.problem.refused',
  BROKEN: 'statistics.problem.broken',
  NOT_JSON: 'statistics.problem.notJson',
  SHAPE: 'statistics.problem.shape',
  REGIONS: 'statistics.problem.regions',
  NO_REGIONS: 'statistics.problem.noRegions',
  NO_AREAS: 'statistics.problem.noAreas',
  EMPTY: 'statistics.problem.empty',
  CHOICES: 'statistics.problem.choices',
  TOO_MANY_CELLS: 'statistics.problem.tooManyCells',
}
