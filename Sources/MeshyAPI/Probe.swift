import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import SystemPackage
import Crypto
