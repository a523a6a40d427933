import type { ReactNode } from 'react'
import { type Status, StatusMark } from '@/components/ui/status-mark'
import type { Words } from '@/lib/platform/words'
import type { MoneyChange } from '@/lib/steering/changes/money/model'
import type { RiskMove } from '@/lib/steering/changes/registers/model'
import type { Move } from '@/lib/steering/changes/targets/model'
import { fulfilmentLabels, lightChangeLabels, lightWords } from '@/lib/steering/labels'
import { type LightChange, type ShownLight, tellsBefore } from '@/lib/steering/lights/model'
import type { Fulfilment } from '@/lib/steering/targets/model'

export const statusOf: Record<ShownLight, Status> = {
  green: 'good',
  yellow: 'warning',
  red: 'danger',
  reported: 'neutral',
  none: 'unknown',
}

/** `usesLights`: whether the project of the publication does, by which the words go */
type LightProps = { t: Words; light: ShownLight; usesLights: boolean }

export function LightMark({ t, light, usesLights }: LightProps) {
  return <StatusMark status={statusOf[light]} word={t(lightWords(usesLights)[light])} />
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

export const lightSigns: Record<LightChange, string> = {
  worse: '↓',
  better: '↑',
  new: '+',
  gone: '−',
  unlit: '−',
  lit: '+',
  same: '→',
  untold: '',
  none: '',
}

type ChangeProps = { t: Words; change: LightChange; before: ShownLight | null; usesLights: boolean }

/**
 * The arrow says the same as the word beside it; what it was before comes after, where there was something. Where the project
 * uses no lights nothing is said of lights that could not be compared.
 */
export function ChangeMark({ t, change, before, usesLights }: ChangeProps) {
  if (!usesLights && change === 'untold') return null
  return (
    <MoveMark sign={lightSigns[change]} word={t(lightChangeLabels[change])} tone={change}>
      {tellsBefore.has(change) && before && (
        <small>{t('steering.change.was', { light: t(lightWords(usesLights)[before]) })}</small>
      )}
    </MoveMark>
  )
}

type MoveProps = { sign: string; word: ReactNode; tone?: string; children?: ReactNode }

/** An arrow with its word. Tones `worse` and `better` are coloured, every other is quiet. */
export function MoveMark({ sign, word, tone, children }: MoveProps) {
  return (
    <span className="change" data-change={tone}>
      {sign && <span aria-hidden="true">{sign}</span>} {word}
      {children}
    </span>
  )
}

export const moveSigns: Record<Move, string> = { worse: '↓', better: '↑', changed: '→', new: '+', gone: '−' }

/** A risk that grows goes up, and that is bad. */
export const riskSigns: Record<RiskMove, string> = {
  grew: '↑',
  fell: '↓',
  moved: '→',
  new: '+',
  scored: '+',
  closed: '✓',
}
export const riskTones: Record<RiskMove, string> = {
  grew: 'worse',
  fell: 'better',
  moved: 'changed',
  new: 'changed',
  scored: 'changed',
  closed: 'better',
}

export const moneySigns: Record<MoneyChange['move'], string> = { up: '↑', down: '↓', new: '+', gone: '−', changed: '→' }
