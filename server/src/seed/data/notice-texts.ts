import type { LocalDate, NoticeBody } from '@yiyun/shared';

const sayDay = (date: LocalDate): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

/** Until when the taxes of a month are to be filed; every third month the quarter's as well. */
export function filingNotice(month: number, deadline: LocalDate): NoticeBody {
  const quarter = month % 3 === 1 ? '本月同时申报上一季度的税款，办税人数较多。' : '';
  return {
    title: `${month}月申报纳税期限到${sayDay(deadline)}`,
    category: '办税提醒',
    audience: 'enterprise',
    body: `各纳税人：\n${month}月按月申报的税种，申报纳税期限到${sayDay(deadline)}。${quarter}\n请尽量在期限前一周通过电子税务局完成申报。需要到厅办理的，请先预约，避开最后两天的高峰。`,
  };
}

/** Halls are closed from `first` to `last` and open again on `next`. */
export function closureNotice(name: string, first: LocalDate, last: LocalDate, next: LocalDate): NoticeBody {
  const days = first === last ? sayDay(first) : `${sayDay(first)}至${sayDay(last)}`;
  return {
    title: `${name}期间办税服务厅停止办公的公告`,
    category: '停办公告',
    audience: 'everyone',
    body: `根据国务院办公厅关于节假日安排的通知，${days}${name}放假，各办税服务厅停止办公，${sayDay(next)}起恢复办公。\n放假期间可以通过电子税务局、个人所得税APP办理业务；预约和提问照常提交，我们在恢复办公后处理。`,
  };
}

/** Other notices and the day of the year from which they are published, as MM-DD. */
export const yearlyNotices: readonly (NoticeBody & { from: string })[] = [
  {
    from: '01-12',
    title: '预约和办件进度可以在手机上查询了',
    category: '通知公告',
    audience: 'everyone',
    body: '即日起，办税服务厅的预约、办件进度、消息和服务记录都可以在手机上查询。\n到厅前请先预约，按时到厅即可办理；没有预约的也照常接待，按窗口空闲安排。使用中有问题，可以在“我要提问”中用文字或语音提出。',
  },
  {
    from: '04-09',
    title: '小规模纳税人增值税优惠一图读懂',
    category: '政策解读',
    audience: 'enterprise',
    body: '一、月销售额不超过10万元（按季申报不超过30万元）的小规模纳税人，免征增值税。\n二、适用3%征收率的应税销售收入，减按1%征收。\n以上优惠按财政部、税务总局公告执行到2027年12月31日。是否适用，请以申报时的规定为准。',
  },
  {
    from: '02-25',
    title: '个人所得税综合所得汇算请提前预约',
    category: '办税提醒',
    audience: 'individual',
    body: '综合所得汇算在3月1日至6月30日办理。3月1日至20日办理的，需要先在个人所得税APP预约；3月21日起随时可以办理。\n退税不收取任何费用，请勿点击陌生短信中的链接。',
  },
  {
    from: '07-06',
    title: '“六税两费”减半政策适用提示',
    category: '政策解读',
    audience: 'enterprise',
    body: '增值税小规模纳税人、小型微利企业和个体工商户，可以减半缴纳资源税（不含水资源税）、城市维护建设税、房产税、城镇土地使用税、印花税（不含证券交易印花税）、耕地占用税和教育费附加、地方教育附加，执行到2027年12月31日。申报时系统自动带出，请核对。',
  },
  {
    from: '09-02',
    title: '百丈税务所办税服务厅调整窗口的通知',
    category: '通知公告',
    audience: 'everyone',
    body: '为减少等候，百丈税务所办税服务厅增加一个综合窗口，可以一次办理发票、证明和信息报告类业务。预约方式不变，请按预约时段到厅。（演示数据）',
  },
  {
    from: '10-21',
    title: '提醒：谨防冒充税务人员的诈骗电话',
    category: '通知公告',
    audience: 'everyone',
    body: '税务机关不会以电话、短信方式要求转账或索取验证码。接到自称税务人员的可疑电话，请先挂断，再拨打12366核实。',
  },
];

export const draftNotice: NoticeBody = {
  title: '年末办税高峰错峰提示（征求意见）',
  category: '办税提醒',
  audience: 'enterprise',
  body: '年末办税人数较多，建议各企业在12月中旬前完成申报和发票领用，需要到厅的请提前三天以上预约。',
};
