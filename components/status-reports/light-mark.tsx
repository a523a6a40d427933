import { type Status, StatusMark } from '@/components/ui/status-mark'
import type { Words } from '@/lib/platform/words'
import { lightLabels, noReportLabel } from '@/lib/status-reports/labels'
import type { Light } from '@/lib/status-reports/model'

export const lightStatuses: Record<Light, Status> = { green: 'good', yellow: 'warning', red: 'danger' }

/** A unit's light: shape, word and colour. No light is "Ei raporttia", or what the caller says of it. */
export function LightMark({ t, light, none }: { t: Words; light: Light | null; none?: string }) {
  if (light === null) return <StatusMark status="unknown" word={none ?? t(noReportLabel)} />
  return <StatusMark status={lightStatuses[light]} word={t(lightLabels[light])} />
}
