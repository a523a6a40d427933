'use client'

import { useEffect, useRef, useState } from 'react'
import { findCopies } from '@/components/status-reports/form/copy/local-copy'
import { canKeepCopies, openCopies } from '@/components/status-reports/form/copy/open'
import type { LeftText } from '@/components/status-reports/form/copy/recover'
import { isGone } from '@/components/status-reports/form/copy/tabs'
import { KeptTexts } from '@/components/status-reports/form/kept-texts'
import { Notice } from '@/components/ui/notice'

type Props = {
  reportId: string
  names: Readonly<Record<string, string>>
  words: { leftTitle: string; leftHelp: string; forget: string; otherEmpty: string }
}

/** What this device still holds of a report that is no longer open for writing: to be copied out, then removed. */
export function ClosedForm({ reportId, names, words }: Props) {
  const [left, setLeft] = useState<LeftText[]>([])
  const remove = useRef<((copy: string) => Promise<void>) | null>(null)
  useEffect(() => {
    let over = false
    let close = () => {}
    async function read() {
      const copies = await openCopies(() => setLeft([]))
      if (!copies) return
      close = copies.store.close
      if (over) return close()
      remove.current = copies.store.remove
      const found = await findCopies({ ...copies, reportId, isGone })
      const texts = found.flatMap(({ id, texts }) =>
        Object.entries(texts).map(([path, { text }]) => ({ copy: id, path, text })),
      )
      if (!over) setLeft(texts)
    }
    // A store that cannot be read has nothing to show.
    if (canKeepCopies()) void read().catch(() => undefined)
    return () => {
      over = true
      close()
    }
  }, [reportId])
  if (left.length === 0) return null
  const forget = (copy: string) => {
    void remove.current?.(copy).catch(() => undefined)
    setLeft((texts) => texts.filter((text) => text.copy !== copy))
  }
  return (
    <Notice kind="warning" word={words.leftTitle} live>
      <p>{words.leftHelp}</p>
      <KeptTexts texts={left} nameOf={(path) => names[path] ?? path} words={words} forget={forget} />
    </Notice>
  )
}
