import type { ReactNode } from 'react'
import { ChangedLights } from '@/components/steering/changed-lights'
import { ChangedMoney } from '@/components/steering/changed-money'
import { ChangedPlan, ChangedRisks } from '@/components/steering/changed-registers'
import { ChangedTargets } from '@/components/steering/changed-targets'
import type { Board } from '@/components/steering/model'
import { Section } from '@/components/ui/section'
import { periodText } from '@/lib/steering/figure-texts/model'

/** What changed since the publication compared with, one line each: lights, targets, risks, money, the plan. */
export function Changed(board: Board) {
  const { t, body, earlier, summary } = board
  const { changes } = summary
  if (!earlier || !changes) {
    return (
      <Section id="changed" title={t('steering.changed.title')}>
        <p>{t('steering.noComparison')}</p>
      </Section>
    )
  }
  const title = t('steering.first.changed', { period: periodText(earlier.body.period.key) })
  const none = t('steering.changed.none')
  return (
    <Section id="changed" title={title}>
      <Group
        id="changed-lights"
        title={t(body.project.lights ? 'steering.changed.lights' : 'steering.changed.reports')}
        none={summary.changed.length === 0 && none}
      >
        <ChangedLights {...board} />
      </Group>
      <Group id="changed-targets" title={t('steering.changed.targets')} none={changes.targets.length === 0 && none}>
        <ul className="board-list">
          <ChangedTargets board={board} changes={changes.targets} />
        </ul>
      </Group>
      <Group id="changed-risks" title={t('steering.changed.risks')} none={changes.risks.length === 0 && none}>
        <ul className="board-list">
          <ChangedRisks board={board} changes={changes.risks} />
        </ul>
      </Group>
      <Group id="changed-money" title={t('steering.changed.money')} none={changes.money.length === 0 && none}>
        <ul className="board-list">
          <ChangedMoney board={board} changes={changes.money} />
        </ul>
      </Group>
      <Group id="changed-plan" title={t('steering.changed.plan')} none={changes.planChanges.length === 0 && none}>
        <ul className="board-list">
          <ChangedPlan board={board} news={changes.planChanges} />
        </ul>
      </Group>
    </Section>
  )
}

type GroupProps = { id: string; title: string; none: string | false; children: ReactNode }

function Group({ id, title, none, children }: GroupProps) {
  return (
    <div className="board-changed" id={id}>
      <h3>{title}</h3>
      {none ? <p>{none}</p> : children}
    </div>
  )
}
