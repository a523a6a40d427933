'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useLayoutEffect, useTransition } from 'react'
import { fetchStored } from '@/components/access/newer-server'

/**
 * Fetches what somebody else has stored after each answer that says so; `refused` is the attempt that was answered so, null when
 * the last one was not. True until it is on the page: what is sent before that would be refused again.
 */
export function useStored(form: RefObject<HTMLFormElement | null>, refused: number | null): boolean {
  const [fetching, begin] = useTransition()
  const router = useRouter()
  // Before the answer is painted: there is no moment in which the old row passes for the stored one.
  useLayoutEffect(() => {
    if (refused !== null) begin(() => fetchStored(form.current, () => begin(() => router.refresh())))
  }, [refused, form, router])
  return fetching
}
