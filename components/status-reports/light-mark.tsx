import { type Status, StatusMark } from '@/components/ui/status-mark'
import type { Words } from '@/lib/platform/words'
import { lightLabels } from '@/lib/status-reports/labels'
import type { Light } from '@/lib/status-reports/model'

export const lightStatuses: Record<Light, Status> = { green: 'good', yellow: 'warning', red: 'danger' }

/** A light: shape, word and colour. Where none has been chosen it says so. */
export function LightMark({ t, light }: { t: Words; light: Light | null }) {
  if (light === null) return <StatusMark status="unknown" word={t('statusReports.light.notChosen')} />
  return <StatusMark status={lightStatuses[light]} word={t(lightLabels[light])} />
}
