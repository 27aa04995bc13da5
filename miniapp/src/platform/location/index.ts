import Taro from '@tarojs/taro';

/** WGS-84 degrees. */
export interface Place {
  latitude: number;
  longitude: number;
}

/** Where the phone is, if the person allows it; rejects otherwise. Asked for by a press only, never kept or sent. */
export async function myPlace(): Promise<Place> {
  const { latitude, longitude } = await Taro.getLocation({ type: 'wgs84' });
  return { latitude, longitude };
}
