package org.sampan.benchmarks.exchange;

import com.helger.base.state.ETriState;
import com.helger.phase4.CAS4;
import com.helger.phase4.crypto.AS4CryptoFactoryInMemoryKeyStore;
import com.helger.phase4.crypto.ECryptoAlgorithmCrypt;
import com.helger.phase4.crypto.ECryptoAlgorithmSign;
import com.helger.phase4.crypto.ECryptoAlgorithmSignDigest;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.model.EMEP;
import com.helger.phase4.model.EMEPBinding;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.model.pmode.PModeParty;
import com.helger.phase4.model.pmode.PModeReceptionAwareness;
import com.helger.phase4.model.pmode.leg.EPModeSendReceiptReplyPattern;
import com.helger.phase4.model.pmode.leg.PModeLeg;
import com.helger.phase4.model.pmode.leg.PModeLegBusinessInformation;
import com.helger.phase4.model.pmode.leg.PModeLegErrorHandling;
import com.helger.phase4.model.pmode.leg.PModeLegProtocol;
import com.helger.phase4.model.pmode.leg.PModeLegSecurity;
import com.helger.phase4.wss.EWSSVersion;
import com.helger.scope.mgr.ScopeManager;

/// What both sides of AS4 agreed beforehand: one-way push, WS-Security 1.1.1 with X.509,
/// AES-128-GCM and SHA-256, and a signed receipt of non-repudiation in the answer.
///
/// The eDelivery AS4 profiles, 1.15 (RSA) and 2.0 (elliptic curves); written down here because
/// phase4's own artifacts of them cannot be had in its version 4.
final class As4Terms {

  private As4Terms() {}

  /// To be called once in a process, before anything else of phase4.
  static void begin() {
    ScopeManager.onGlobalBegin("sampan-benchmark");
  }

  static PMode agreed(Way way) {
    PModeLegSecurity security = new PModeLegSecurity();
    security.setWSSVersion(EWSSVersion.WSS_111);
    security.setX509SignatureAlgorithm(
        way == Way.AS4_RSA ? ECryptoAlgorithmSign.RSA_SHA_256 : ECryptoAlgorithmSign.ECDSA_SHA_256);
    security.setX509SignatureHashFunction(ECryptoAlgorithmSignDigest.DIGEST_SHA_256);
    security.setX509EncryptionAlgorithm(ECryptoAlgorithmCrypt.AES_128_GCM);
    security.setX509EncryptionMinimumStrength(128);
    security.setPModeAuthorize(false);
    security.setSendReceipt(true);
    security.setSendReceiptNonRepudiation(true);
    security.setSendReceiptReplyPattern(EPModeSendReceiptReplyPattern.RESPONSE);
    PModeLegErrorHandling errors = PModeLegErrorHandling.createUndefined();
    errors.setReportAsResponse(true);
    PModeLeg leg =
        new PModeLeg(
            PModeLegProtocol.createForDefaultSoapVersion(null),
            PModeLegBusinessInformation.create(
                CAS4.DEFAULT_SERVICE_URL, "urn:sampan:letter", null, CAS4.DEFAULT_MPC_ID),
            errors,
            null,
            security);
    return new PMode(
        "sampan-" + way.word,
        PModeParty.createSimple(Keys.SENDER, CAS4.DEFAULT_INITIATOR_URL),
        PModeParty.createSimple(Keys.RECEIVER, CAS4.DEFAULT_RESPONDER_URL),
        "urn:as4:agreement",
        EMEP.ONE_WAY,
        EMEPBinding.PUSH,
        leg,
        null,
        null,
        // Our outbox sends again; phase4 looks for duplicates, in memory.
        new PModeReceptionAwareness(ETriState.TRUE, ETriState.FALSE, 0, 10_000, ETriState.TRUE));
  }

  /// One side's key, and the certificates it trusts.
  static IAS4CryptoFactory keys(Keys keys, String side) {
    return new AS4CryptoFactoryInMemoryKeyStore(
        keys.own(side), side, Keys.PASSWORD, keys.trusted());
  }
}
