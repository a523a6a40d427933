import { measurementFacts, targetFacts } from '@/lib/steering/figures/meanings/indicators/model'
import {
  budgetLineFacts,
  budgetTotalFacts,
  moneyFacts,
  purchaseFacts,
} from '@/lib/steering/figures/meanings/money/model'
import type { CardFact, CardScene } from '@/lib/steering/figures/meanings/parts/model'
import {
  actionFacts,
  cellFacts,
  decisionFacts,
  lightFacts,
  planChangeFacts,
  riskFacts,
  toimintamalliFacts,
} from '@/lib/steering/figures/meanings/registers/model'
import type { FigureRow } from '@/lib/steering/figures/rows/model'

/** What a figure means and what it is part of, line by line; lines without anything to tell are left out. */
export function figureFacts(scene: CardScene, found: FigureRow): CardFact[] {
  return factsOf(scene, found).filter(({ texts }) => texts.length > 0)
}

function factsOf(scene: CardScene, found: FigureRow): CardFact[] {
  switch (found.kind) {
    case 'measurement':
      return measurementFacts(scene, found)
    case 'target':
      return targetFacts(scene, found)
    case 'light':
      return lightFacts(scene, found)
    case 'purchase':
      return purchaseFacts(scene, found)
    case 'budget_line':
      return budgetLineFacts(scene, found)
    case 'budget_total':
      return budgetTotalFacts(scene, found)
    case 'estimate':
    case 'actual':
    case 'forecast':
    case 'reservation':
      return moneyFacts(scene, found)
    case 'risk':
      return riskFacts(scene, found)
    case 'plan_change':
      return planChangeFacts(scene, found)
    case 'action':
      return actionFacts(scene, found)
    case 'cell':
      return cellFacts(scene, found)
    case 'toimintamalli':
      return toimintamalliFacts(scene, found)
    case 'decision':
      return decisionFacts(scene, found)
  }
}
