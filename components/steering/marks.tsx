import { type Status, StatusMark } from '@/components/ui/status-mark'
import type { Words } from '@/lib/platform/words'
import { fulfilmentLabels, lightChangeLabels, shownLightLabels } from '@/lib/steering/labels'
import type { LightChange, ShownLight } from '@/lib/steering/lights/model'
import type { Fulfilment } from '@/lib/steering/targets/model'

export const statusOf: Record<ShownLight, Status> = {
  green: 'good',
  yellow: 'warning',
  red: 'danger',
  none: 'unknown',
}

export function LightMark({ t, light }: { t: Words; light: ShownLight }) {
  return <StatusMark status={statusOf[light]} word={t(shownLightLabels[light])} />
}

export const statusOfFulfilment: Record<Fulfilment, Status> = {
  reached: 'good',
  not_yet: 'warning',
  not_reached: 'danger',
  cannot_say: 'unknown',
}

export function FulfilmentMark({ t, fulfilment }: { t: Words; fulfilment: Fulfilment }) {
  return <StatusMark status={statusOfFulfilment[fulfilment]} word={t(fulfilmentLabels[fulfilment])} />
}

const arrows: Record<LightChange, string> = { worse: '↓', better: '↑', new: '+', gone: '−', same: '→', none: '' }

/** The arrow says the same as the word beside it; what it was before comes after, where there was something. */
export function ChangeMark({ t, change, before }: { t: Words; change: LightChange; before: ShownLight | null }) {
  const moved = change === 'worse' || change === 'better' || change === 'gone'
  return (
    <span className="change" data-change={change}>
      {arrows[change] && <span aria-hidden="true">{arrows[change]}</span>} {t(lightChangeLabels[change])}
      {moved && before && <small>{t('steering.change.was', { light: t(shownLightLabels[before]) })}</small>}
    </span>
  )
}
