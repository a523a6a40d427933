import { meetingsAddress } from '@/lib/projects/addresses'

export const decisionsAddress = (projectKey: string): string => `${meetingsAddress(projectKey)}/decisions`
export const newMeetingAddress = (projectKey: string): string => `${meetingsAddress(projectKey)}/new`
export const meetingAddress = (projectKey: string, meetingId: string): string =>
  `${meetingsAddress(projectKey)}/${meetingId}`
export const meetingFormAddress = (projectKey: string, meetingId: string): string =>
  `${meetingAddress(projectKey, meetingId)}/edit`
export const attendanceAddress = (projectKey: string, meetingId: string): string =>
  `${meetingAddress(projectKey, meetingId)}/attendance`
/**
 * A part of the page that a form stands on, after it was sent. Without the query the browser would only move to the part and not
 * show what was written.
 */
export const writtenPart = (address: string, part: string, mark: string | number = part): string =>
  `${address}?written=${mark}#${part}`
/** Place of an item on its meeting's page. */
export const itemAnchor = (itemId: string): string => `item-${itemId}`
/** The page where an item is written. */
export const itemAddress = (projectKey: string, meetingId: string, itemId: string): string =>
  `${meetingAddress(projectKey, meetingId)}/items/${itemId}`
/** The form of a decision of an item; `new` for one that is being made. */
export const decisionFormAddress = (
  projectKey: string,
  place: { meetingId: string; itemId: string },
  decisionId: string | 'new',
): string => `${itemAddress(projectKey, place.meetingId, place.itemId)}/decisions/${decisionId}`
/** Minutes as a file; `public` leaves the names out. */
export const minutesAddress = (projectKey: string, meetingId: string, form: 'full' | 'public'): string =>
  `/api/projects/${encodeURIComponent(projectKey)}/meetings/${meetingId}/minutes${form === 'public' ? '?form=public' : ''}`
export const attachmentFileAddress = (attachmentId: string): string => `/api/meetings/attachments/${attachmentId}`
/** Where a file for an item is sent. */
export const itemFilesAddress = (itemId: string): string => `/api/meetings/items/${itemId}/attachments`
