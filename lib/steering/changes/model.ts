import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { type MoneyChange, moneyChanges } from '@/lib/steering/changes/money/model'
import {
  type PlanChangeNews,
  planChangeNews,
  type RiskChange,
  riskChanges,
} from '@/lib/steering/changes/registers/model'
import { type TargetChange, targetChanges } from '@/lib/steering/changes/targets/model'

/** What is another than in an earlier publication, lights aside: those are compared unit by unit. */
export type Changes = {
  targets: TargetChange[]
  risks: RiskChange[]
  money: MoneyChange[]
  planChanges: PlanChangeNews[]
}

export function changesBetween(earlier: SnapshotBody, now: SnapshotBody): Changes {
  return {
    targets: targetChanges(earlier, now),
    risks: riskChanges(earlier, now),
    money: moneyChanges(earlier, now),
    planChanges: planChangeNews(earlier, now),
  }
}
