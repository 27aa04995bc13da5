/** What people write beside an appointment. */
export const visitNotes: readonly string[] = [
  '第一次办理，请提醒需要带的原件。',
  '需要开具两份。',
  '法定代表人出差，由我代办，委托书已盖章。',
  '同时想咨询电子税务局的操作。',
  '材料比较多，可能要多花点时间。',
  '家里老人一起来，希望安排在低楼层窗口。',
  '下午有事，希望能尽快办完。',
  '上次来缺一份材料，这次补齐。',
];

/** Why an officer does not confirm; each says what to do instead. */
export const declineReasons: readonly string[] = [
  '该事项可以在电子税务局直接办理，当天办结，不必到厅。如需现场辅导，请改约咨询。',
  '您选的事项与备注的业务不一致，请重新选择事项后预约。',
  '该企业登记在其他区，请到主管税务机关办理。',
  '办理此项前需先完成上期申报，请申报后再预约。',
  '当日该窗口设备检修，请改约其他时间。',
];

export const cancelReasons: readonly string[] = [
  '临时有事，改天再约',
  '已经在网上办好了',
  '材料还没准备齐',
  '约错了办税服务厅',
  '由同事去办理',
];
