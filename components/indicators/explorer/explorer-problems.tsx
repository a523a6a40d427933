import { Notice } from '@/components/ui/notice'
import type { Words } from '@/lib/platform/words'
import { explorerProblemLabels } from '@/lib/steering/indicators/explorer/labels'
import { type ExplorerProblem, mostIndicators } from '@/lib/steering/indicators/explorer/model'

/** What of the address could not be followed, and what was done instead. Nothing when all of it could. */
export function ExplorerProblems({ t, problems }: { t: Words; problems: readonly ExplorerProblem[] }) {
  if (problems.length === 0) return null
  return (
    <Notice kind="warning" word={t('explorer.problem.title')}>
      <ul>
        {[...new Set(problems)].map((problem) => (
          <li key={problem}>{t(explorerProblemLabels[problem], { most: mostIndicators })}</li>
        ))}
      </ul>
    </Notice>
  )
}
