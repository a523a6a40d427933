'use server'

import { action } from '@/lib/access/action'
import { meetingAddress } from '@/lib/meetings/addresses'
import { saveAttendance } from '@/lib/meetings/commands'
import { attendanceSchema } from '@/lib/meetings/schema'

export const keepAttendance = action(
  attendanceSchema,
  saveAttendance,
  (_done, { project, meetingId }) => `${meetingAddress(project, meetingId)}#attendance`,
)
