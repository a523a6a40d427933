import type { CommentVisibility, ThreadStep } from '@/lib/comments/model'

export const visibilityLabels: Record<CommentVisibility, string> = {
  internal: 'comments.visibility.internal',
  steering: 'comments.visibility.steering',
}

/** Each is told with `time` and `who`. */
export const stepLabels: Record<ThreadStep, string> = {
  resolve: 'comments.step.resolve',
  reopen: 'comments.step.reopen',
  show: 'comments.step.show',
  hide: 'comments.step.hide',
}
