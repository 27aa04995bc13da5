/** The questions of a booking, in order. */
export const bookingSteps = ['选地点', '选时间', '核对提交'];
