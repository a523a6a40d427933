'use client'

import { useEffect } from 'react'

/**
 * Moves the focus to a heading when what stands under it has changed, so that reading goes on from there. `mark` names what is
 * shown. Without scripts the address does the same by its fragment.
 */
export function FollowHeading({ id, mark }: { id: string; mark: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows what is shown, not only where
  useEffect(() => {
    document.getElementById(id)?.focus()
  }, [id, mark])
  return null
}
