import Taro from '@tarojs/taro';

/**
 * Lets the person keep a text as a file: in WeChat it is sent to a chat of one's choice, such as 文件传输助手. Must be
 * called straight from a tap. The copy on the phone is removed again. Rejects when it was not sent.
 */
export async function saveFile(name: string, text: string): Promise<void> {
  const files = Taro.getFileSystemManager();
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  files.writeFileSync(filePath, text, 'utf8');
  try {
    await Taro.shareFileMessage({ filePath, fileName: name });
  } finally {
    files.unlinkSync(filePath);
  }
}
