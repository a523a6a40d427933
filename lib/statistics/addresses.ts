import { indicatorAddress } from '@/lib/projects/addresses'

/** Where series are searched for and followed beside an indicator. */
export const followAddress = (projectKey: string, indicatorId: string, text = ''): string =>
  `${indicatorAddress(projectKey, indicatorId)}/statistics${text === '' ? '' : `?text=${encodeURIComponent(text)}`}`

/** Where it is chosen what of a statistic is followed. */
export const optionsAddress = (projectKey: string, indicatorId: string): string =>
  `${indicatorAddress(projectKey, indicatorId)}/statistics/options`

/** One followed series beside its indicator. */
export const seriesAddress = (projectKey: string, indicatorId: string, seriesId: string): string =>
  `${indicatorAddress(projectKey, indicatorId)}/statistics/${seriesId}`

/** The part of the indicator's page that tells of official statistics. */
export const followedAddress = (projectKey: string, indicatorId: string): string =>
  `${indicatorAddress(projectKey, indicatorId)}#statistics`

export const statisticsStateAddress = '/admin/statistics'
