import { lightStatuses } from '@/components/status-reports/light-mark'
import { type Status, StatusMark } from '@/components/ui/status-mark'
import type { Words } from '@/lib/platform/words'
import { roundLightLabels } from '@/lib/rounds/labels'
import type { RoundLight } from '@/lib/rounds/model'

export const roundLightStatuses: Record<RoundLight, Status> = {
  ...lightStatuses,
  reported: 'neutral',
  not_chosen: 'unknown',
  none: 'unknown',
}

/** The light of a report in its round, or why it has none. */
export function RoundLightMark({ t, light }: { t: Words; light: RoundLight }) {
  return <StatusMark status={roundLightStatuses[light]} word={t(roundLightLabels[light])} />
}
