import type { Viewer } from '@/lib/access/model'

/** The rights by which the viewer may comment somewhere; null = may not. The noun that owns the place decides on them. */
export type CommentRights = {
  /** write, answer, resolve, reopen */
  comment: string | null
  /** decide whether the steering group may read a thread */
  show: string | null
}

/** Comments are people's: the product itself writes none. */
export function canComment(viewer: Viewer, rights: CommentRights): boolean {
  return viewer.kind === 'person' && viewer.userId !== null && rights.comment !== null
}

export function canShow(viewer: Viewer, rights: CommentRights): boolean {
  return canComment(viewer, rights) && rights.show !== null
}
