'use client'

import { createContext, useContext } from 'react'
import type { CommentWords } from '@/components/comments/words'
import type { FormState } from '@/lib/access/form-state'

export type CommentTools = {
  words: CommentWords
  people: { value: string; label: string }[]
  may: { comment: boolean; show: boolean }
  /** Places whose form for a new comment is open */
  opened: readonly string[]
  /** `focus`: id of what gets the focus */
  open: (at: string, focus: string) => void
  close: (at: string) => void
  /** What became of the last sending of a form; null before the first */
  answer: (key: string) => FormState | null
  /** How many times a form has been carried out: a new number empties it */
  sent: (key: string) => number
  pending: (key: string) => boolean
}

const Tools = createContext<CommentTools | null>(null)
export const CommentToolsProvider = Tools.Provider

export function useCommentTools(): CommentTools {
  const tools = useContext(Tools)
  if (!tools) throw new Error('a comment stands outside the desk that sends it')
  return tools
}

/** Names of the forms. A form stands apart from its controls, which belong to it by this id. */
export const newKey = (at: string): string => `comment-new-${at.replace(/[^A-Za-z0-9]+/g, '-')}`
export const replyKey = (threadId: string): string => `comment-reply-${threadId}`
export const stepKey = (step: string): string => `comment-${step}`
export const openerId = (at: string): string => `${newKey(at)}-open`
