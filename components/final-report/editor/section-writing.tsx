'use client'

import { type ComponentType, useEffect, useState } from 'react'
import type { EditorProps } from '@/components/final-report/editor/editor'
import { Notice } from '@/components/ui/notice'

/** Fetches the editor when the page has come: the rest of the product does not carry it along. */
export function SectionWriting(props: EditorProps) {
  const [Editor, setEditor] = useState<ComponentType<EditorProps> | 'loading' | 'failed' | null>(null)
  useEffect(() => {
    // Without scripts nothing is being opened, and nothing says so.
    setEditor('loading')
    import('@/components/final-report/editor/editor').then(
      (loaded) => setEditor(() => loaded.Editor),
      () => setEditor('failed'),
    )
  }, [])
  const { text } = props.words
  if (Editor === 'failed') {
    return (
      <Notice kind="danger" word={text.failed} live>
        {null}
      </Notice>
    )
  }
  if (Editor === 'loading') {
    return (
      <p role="status" className="text-muted">
        {text.loading}
      </p>
    )
  }
  return Editor && <Editor {...props} />
}
