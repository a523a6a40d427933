import type { ItemKind, Lifecycle, WorkPackageLevel } from '@/lib/work-packages/model'

export const levelLabels: Record<WorkPackageLevel, string> = {
  plan: 'workPackages.level.plan',
  stream: 'workPackages.level.stream',
}

export const lifecycleLabels: Record<Lifecycle, string> = {
  in_progress: 'workPackages.lifecycle.inProgress',
  completed: 'workPackages.lifecycle.completed',
  ended: 'workPackages.lifecycle.ended',
  not_reported: 'workPackages.lifecycle.notReported',
}

/** For a package whose state the source does not tell. */
export const unknownLifecycleLabel = 'workPackages.lifecycle.unknown'

export const itemKindLabels: Record<ItemKind, string> = {
  objective: 'workPackages.item.objective',
  output: 'workPackages.item.output',
  next_step: 'workPackages.item.nextStep',
  deviation: 'workPackages.item.deviation',
  ended_output: 'workPackages.item.endedOutput',
}
