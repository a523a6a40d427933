'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useLayoutEffect, useTransition } from 'react'
import { fetchStored } from '@/components/access/newer-server'

/**
 * Fetches what somebody else has stored after each answer that says so; `attempt` tells the answers apart. True until it is
 * on the page: what is sent before that would be refused again.
 */
export function useStored(form: RefObject<HTMLFormElement | null>, stale: boolean, attempt: number): boolean {
  const [fetching, begin] = useTransition()
  const router = useRouter()
  // Before the answer is painted: there is no moment in which the old row passes for the stored one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer asks anew
  useLayoutEffect(() => {
    if (stale) begin(() => fetchStored(form.current, () => begin(() => router.refresh())))
  }, [stale, attempt])
  return fetching
}
