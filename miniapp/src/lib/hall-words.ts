/** Without the bureau above it, where there is little room: 鄞州区税务局办税服务厅. */
export const shortHall = (name: string): string => name.replace(/^国家税务总局.*?市(?=.)/, '');
