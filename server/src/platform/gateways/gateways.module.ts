import { createSecretKey } from 'node:crypto';
import { join } from 'node:path';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { PhoneCodePurpose } from '@yiyun/shared';
import { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { PersonalData } from '../crypto/personal-data.js';
import {
  AliyunSmsGateway,
  AliyunSpeechToText,
  aliyunSpeechTokens,
  BlobStore,
  type DemoEnterprise,
  DemoTaxpayerRegistry,
  FileBlobStore,
  HttpTaxpayerRegistry,
  HttpWechatGateway,
  NoSpeech,
  OutboxSmsGateway,
  SmsGateway,
  SpeechToText,
  TaxpayerRegistry,
  UrlSigner,
  WechatGateway,
} from './index.js';
import { WechatAddress } from './wechat/wechat-address.js';

/** The outside services: the real adapter where it is configured, otherwise its stand-in, which production refuses. */
@Global()
@Module({})
export class GatewaysModule {
  static with(config: Config, demoEnterprises: readonly DemoEnterprise[]): DynamicModule {
    const providers = [
      { provide: WechatAddress, useFactory: (clock: Clock) => WechatAddress.open(config, clock), inject: [Clock] },
      {
        provide: WechatGateway,
        useFactory: (clock: Clock, wechat: WechatAddress) =>
          new HttpWechatGateway({ ...wechat.server, now: () => clock.now() }),
        inject: [Clock, WechatAddress],
      },
      { provide: SmsGateway, useFactory: (clock: Clock) => smsOf(config, () => clock.now()), inject: [Clock] },
      { provide: TaxpayerRegistry, useFactory: () => registryOf(config, demoEnterprises) },
      { provide: SpeechToText, useFactory: (clock: Clock) => speechOf(config, () => clock.now()), inject: [Clock] },
      { provide: BlobStore, useFactory: blobsOf(config), inject: [Clock, PersonalData] },
      {
        provide: UrlSigner,
        useFactory: (clock: Clock) => new UrlSigner(createSecretKey(config.signingKey, 'utf8'), () => clock.now()),
        inject: [Clock],
      },
    ];
    return { module: GatewaysModule, providers, exports: providers.map((p) => p.provide) };
  }
}

function smsOf(config: Config, now: () => number): SmsGateway {
  const { smsAccessKeyId: accessKeyId, smsAccessKeySecret: accessKeySecret, smsSignName: signName } = config;
  if (!accessKeyId) return new OutboxSmsGateway({ now });
  // A text for each purpose of a code; the parameter of both is `code`.
  const templateCodes: Record<PhoneCodePurpose, string> = {
    signIn: config.smsTemplateSignIn,
    delegation: config.smsTemplateDelegation,
  };
  return new AliyunSmsGateway({
    baseUrl: config.smsBaseUrl,
    accessKeyId,
    accessKeySecret,
    signName,
    templateCodes,
    now,
  });
}

function registryOf(config: Config, demoEnterprises: readonly DemoEnterprise[]): TaxpayerRegistry {
  if (!config.registryBaseUrl) return new DemoTaxpayerRegistry(demoEnterprises);
  return new HttpTaxpayerRegistry({ baseUrl: config.registryBaseUrl, token: config.registryToken });
}

function speechOf(config: Config, now: () => number): SpeechToText {
  const { speechAppKey: appKey, speechAccessKeyId: accessKeyId, speechAccessKeySecret: accessKeySecret } = config;
  if (!appKey) return new NoSpeech();
  const tokens = aliyunSpeechTokens({ baseUrl: config.speechTokenBaseUrl, accessKeyId, accessKeySecret, now });
  return new AliyunSpeechToText({ baseUrl: config.speechBaseUrl, appKey, tokens });
}

/** Files lie sealed on the disk, as personal data does in the database. */
const blobsOf = (config: Config) => (clock: Clock, personalData: PersonalData) =>
  FileBlobStore.open({
    folder: join(config.dataDir, 'blobs'),
    now: () => clock.now(),
    cipher: {
      seal: (bytes) => personalData.sealBytes(bytes),
      open: (sealed) => personalData.openBytes(sealed),
    },
  });
