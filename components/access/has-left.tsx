'use client'

import { useEffect } from 'react'
import { tellLeft } from '@/components/access/session-channel'

/** On the page that follows signing out: other pages of this browser hear of it. */
export function HasLeft(): null {
  useEffect(tellLeft, [])
  return null
}
