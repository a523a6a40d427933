import { useEffect, useState } from 'react'
import { useFormTools } from '@/components/status-reports/form/context'

/** A length as people write it; empty without one. What writes numbers is loaded only when a text is too long. */
export function useLength(length: number | null): string {
  const { words } = useFormTools()
  const [written, setWritten] = useState('')
  useEffect(() => {
    if (length === null) return
    let over = false
    // Without a network the plain digits stay.
    import('@/lib/values/format')
      .then(({ formatNumber }) => over || setWritten(formatNumber(length, words.locale)))
      .catch(() => setWritten(''))
    return () => {
      over = true
    }
  }, [length, words.locale])
  return length === null ? '' : written || String(length)
}
